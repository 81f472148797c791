;; SPDX-License-Identifier: CC-BY-4.0
;; For Emacs: where the schema lies, seen from a content file. nXML looks for it before it reads
;; this, so it is asked to look again.
((nxml-mode
  (rng-schema-locating-files ".schema/schemas.nxml"
                             "../.schema/schemas.nxml"
                             "../../.schema/schemas.nxml")
  (eval rng-auto-set-schema)))
