{{/* Name of the application. */}}
{{- define "todo-chatbot.name" -}}
{{- .Chart.Name | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{/* Name of this installation: the release, with the chart's name unless it is in there. */}}
{{- define "todo-chatbot.fullname" -}}
{{- $name := include "todo-chatbot.name" . -}}
{{- if contains $name .Release.Name -}}
{{- .Release.Name | trunc 63 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 63 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* Labels of every object. Call with (list $ "component"). */}}
{{- define "todo-chatbot.labels" -}}
{{- $root := first . -}}
{{ include "todo-chatbot.podLabels" . }}
app.kubernetes.io/managed-by: {{ $root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" $root.Chart.Name $root.Chart.Version | replace "+" "_" }}
{{- end -}}

{{/* Labels of pods: nothing that changes with the chart's version, which would roll every pod. */}}
{{- define "todo-chatbot.podLabels" -}}
{{- $root := first . -}}
app: {{ last . }}
app.kubernetes.io/name: {{ include "todo-chatbot.name" $root }}
app.kubernetes.io/instance: {{ include "todo-chatbot.fullname" $root }}
app.kubernetes.io/component: {{ last . }}
{{- end -}}

{{/* Pod settings under the `restricted` Pod Security level. Call with (dict "user" 1001). */}}
{{- define "todo-chatbot.podSecurity" -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: {{ .user }}
  runAsGroup: {{ .user }}
  {{- if .fsGroup }}
  fsGroup: {{ .fsGroup }}
  fsGroupChangePolicy: OnRootMismatch
  {{- end }}
  seccompProfile:
    type: RuntimeDefault
{{- end -}}

{{- define "todo-chatbot.containerSecurity" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
{{- end -}}

{{/* Probes of an app's container. Call with (dict "root" $ "alive" path "ready" path). */}}
{{- define "todo-chatbot.probes" -}}
{{- $probes := .root.Values.probes -}}
{{- with $probes.startup }}
startupProbe:
  httpGet: { path: {{ $.ready }}, port: http }
  {{- toYaml . | nindent 2 }}
{{- end }}
livenessProbe:
  httpGet: { path: {{ .alive }}, port: http }
  {{- toYaml $probes.liveness | nindent 2 }}
readinessProbe:
  httpGet: { path: {{ .ready }}, port: http }
  {{- toYaml $probes.readiness | nindent 2 }}
{{- end -}}

{{/* One new pod at a time, none taken away before it is ready. */}}
{{- define "todo-chatbot.strategy" -}}
type: RollingUpdate
rollingUpdate:
  maxSurge: 1
  maxUnavailable: 0
{{- end -}}
