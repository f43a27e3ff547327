{{/* Stops with everything that is wrong with the secrets at once, naming keys and never values. */}}
{{- define "todo-chatbot.checkSecrets" -}}
{{- $secrets := .Values.secrets -}}
{{- $own := include "todo-chatbot.ownPostgres" . -}}
{{- $needed := list "jwtSecret" "betterAuthSecret" (ternary "postgresPassword" "databaseUrl" (eq $own "true")) -}}
{{- $faults := list -}}
{{- range $needed -}}
{{- if not (index $secrets .) -}}{{- $faults = append $faults (printf "secrets.%s is missing" .) -}}{{- end -}}
{{- end -}}
{{- if and $secrets.betterAuthSecret (lt (len $secrets.betterAuthSecret) 32) -}}
{{- $faults = append $faults "secrets.betterAuthSecret must have at least 32 characters" -}}
{{- end -}}
{{- if not (regexMatch "^(postgres(ql)?://\\S+)?$" (default "" $secrets.databaseUrl)) -}}
{{- $faults = append $faults "secrets.databaseUrl must be like postgresql://user:password@host:5432/name" -}}
{{- end -}}
{{- if not (regexMatch "^[A-Za-z0-9._~-]*$" (default "" $secrets.postgresPassword)) -}}
{{- $faults = append $faults "secrets.postgresPassword may hold letters, digits and . _ ~ - (it becomes part of an address)" -}}
{{- end -}}
{{- if $faults -}}
{{- fail (printf "\n\n  %s\n\nMake a secret with `openssl rand -hex 32`, keep it in a file only you can read, and add `-f secrets.yaml`.\n" (join "\n  " $faults)) -}}
{{- end -}}
{{- end -}}
