;; Opens a job with mistakes in Emacs, and prints what the language server does with it, a line each.
(package-initialize)

(defun wait-for (what predicate)
  "Runs what is pending until PREDICATE holds. WHAT is for the error."
  (let ((end (+ (float-time) 300)))
    (while (not (funcall predicate))
      (when (> (float-time) end) (error "Waited too long for %s" what))
      (accept-process-output nil 0.05))))

(defun diagnostics ()
  "Returns the texts of the diagnostics of the current buffer."
  (flymake-start)
  (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))

(load (expand-file-name "init.el"))
(setq eglot-sync-connect t)
(find-file "job.lfjob.json")
(run-hooks 'post-command-hook)
(wait-for "the server" #'eglot-current-server)

(wait-for "diagnostics" #'diagnostics)
(dolist (text (diagnostics)) (princ (format "diagnostic: %s\n" text)))

(goto-char (point-min))
(search-forward "METADATA_DISC")
(completion-at-point)
(princ (format "completed: %s\n" (buffer-substring-no-properties (line-beginning-position) (line-end-position))))

(eglot-code-actions (point-min) (point-max) "source.fixAll.lfjob" t)
(wait-for "the fix" (lambda () (not (string-match-p ",\n}" (buffer-string)))))
(princ (format "fixed: %s\n" (json-encode (buffer-substring-no-properties (point-min) (point-max)))))
