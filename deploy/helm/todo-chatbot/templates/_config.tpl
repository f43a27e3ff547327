{{/*
What each process reads, as a map from variable to value. The ConfigMap and the Secret hold
these maps, a Deployment takes exactly its own and carries a checksum over them: a change
restarts those that read it and nobody else.
*/}}

{{- define "todo-chatbot.frontendUrl" -}}
{{- if .Values.config.frontendUrl -}}
{{- .Values.config.frontendUrl -}}
{{- else if .Values.ingress.enabled -}}
{{- printf "%s://%s" (ternary "https" "http" (ne .Values.ingress.tlsSecret "")) .Values.ingress.host -}}
{{- else -}}
{{- printf "http://localhost:%v" .Values.service.frontend.port -}}
{{- end -}}
{{- end -}}

{{- define "todo-chatbot.backendConfig" -}}
{{- $url := include "todo-chatbot.frontendUrl" . -}}
{{- $others := splitList "," (nospace .Values.config.allowedOrigins) | compact -}}
FRONTEND_URL: {{ $url | quote }}
ALLOWED_ORIGINS: {{ prepend $others $url | uniq | join "," | quote }}
ENVIRONMENT: {{ .Values.config.environment | quote }}
MCP_SERVER_PORT: {{ .Values.config.mcpServerPort | toString | quote }}
MAIL_FROM: {{ .Values.config.mailFrom | quote }}
RESEND_BASE_URL: {{ .Values.config.resendBaseUrl | quote }}
RESEND_RATE_PER_SECOND: {{ .Values.config.resendRatePerSecond | toString | quote }}
OPENAI_BASE_URL: {{ .Values.config.openaiBaseUrl | quote }}
OPENAI_MODEL: {{ .Values.config.openaiModel | quote }}
{{- end -}}

{{- define "todo-chatbot.frontendConfig" -}}
BACKEND_URL: {{ printf "http://backend-service:%v" .Values.service.backend.port | quote }}
{{- end -}}

{{- define "todo-chatbot.databaseSecrets" -}}
{{- with .Values.secrets.databaseUrl -}}
DATABASE_URL: {{ . | quote }}
{{- else -}}
DATABASE_URL: {{ printf "postgresql://todo:%s@postgres:5432/todo" .Values.secrets.postgresPassword | quote }}
{{- end -}}
{{- end -}}

{{- /* What the migration job takes: it makes the key that signs tokens, encrypted. */}}
{{- define "todo-chatbot.migrateSecrets" -}}
{{ include "todo-chatbot.databaseSecrets" . }}
BETTER_AUTH_SECRET: {{ .Values.secrets.betterAuthSecret | quote }}
BETTER_AUTH_PREVIOUS_SECRETS: {{ .Values.secrets.betterAuthPreviousSecrets | quote }}
{{- end -}}

{{- define "todo-chatbot.backendSecrets" -}}
{{ include "todo-chatbot.migrateSecrets" . }}
JWT_SECRET: {{ .Values.secrets.jwtSecret | quote }}
OPENAI_API_KEY: {{ .Values.secrets.openaiApiKey | quote }}
RESEND_API_KEY: {{ .Values.secrets.resendApiKey | quote }}
{{- end -}}

{{/* "true" when the release runs its own PostgreSQL. */}}
{{- define "todo-chatbot.ownPostgres" -}}
{{- if and .Values.postgres.enabled (not .Values.secrets.databaseUrl) -}}true{{- end -}}
{{- end -}}

{{/* Environment entries. Call with (dict "config" map "secrets" map). */}}
{{- define "todo-chatbot.env" -}}
{{- range $key, $_ := .config }}
- name: {{ $key }}
  valueFrom:
    configMapKeyRef: { name: todo-config, key: {{ $key }} }
{{- end }}
{{- range $key, $_ := .secrets }}
- name: {{ $key }}
  valueFrom:
    secretKeyRef: { name: todo-secrets, key: {{ $key }}{{ if eq $key "BETTER_AUTH_PREVIOUS_SECRETS" }}, optional: true{{ end }} }
{{- end }}
{{- end -}}
