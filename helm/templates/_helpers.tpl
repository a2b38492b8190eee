{{- define "deckname.name" -}}
{{- .Values.fullnameOverride | default (ternary .Release.Name (printf "%s-deckname" .Release.Name) (contains "deckname" .Release.Name)) | trunc 52 | trimSuffix "-" }}
{{- end }}

{{- define "deckname.selector" -}}
app.kubernetes.io/name: deckname
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "deckname.labels" -}}
{{ include "deckname.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{- define "deckname.image" -}}
{{- if .Values.image.digest }}{{ .Values.image.repository }}@{{ .Values.image.digest }}
{{- else }}{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}{{ end }}
{{- end }}

{{- define "deckname.secret" -}}
{{- .Values.secrets.existingSecret | default (include "deckname.name" .) }}
{{- end }}

{{/* Whether there is a Secret to mount: ours or the user's. */}}
{{- define "deckname.hasSecret" -}}
{{- if or .Values.secrets.existingSecret .Values.secrets.vaultKeys .Values.secrets.upstreamApiKey .Values.secrets.apiKeys .Values.redis.url }}yes{{ end }}
{{- end }}

{{- define "deckname.hasApiKeys" -}}
{{- if or .Values.secrets.apiKeys (and .Values.secrets.existingSecret .Values.secrets.existingSecretHasApiKeys) }}yes{{ end }}
{{- end }}

{{/* Stops what could not work, in words that say what to do. */}}
{{- define "deckname.check" -}}
{{- $own := .Values.secrets.existingSecret }}
{{- if and $own (or .Values.secrets.vaultKeys .Values.secrets.upstreamApiKey .Values.secrets.apiKeys .Values.redis.url) }}
{{- fail "secrets.existingSecret is set: leave secrets.vaultKeys, .upstreamApiKey, .apiKeys and redis.url empty" }}
{{- end }}
{{- if and (eq .Values.redis.mode "external") (not $own) (not .Values.redis.url) }}
{{- fail "redis.mode external needs redis.url, or secrets.existingSecret with DECKNAME_VAULT_URL" }}
{{- end }}
{{- if and (ne .Values.redis.mode "external") .Values.redis.url }}
{{- fail "redis.url is set: set redis.mode to external" }}
{{- end }}
{{- if and (ne .Values.redis.mode "none") (not $own) (not .Values.secrets.vaultKeys) }}
{{- fail "Redis needs secrets.vaultKeys (make one with `deckname keys new`) or secrets.existingSecret" }}
{{- end }}
{{- if eq .Values.mode "standalone" }}
{{- if and (eq .Values.redis.mode "none") (or .Values.autoscaling.enabled (gt (int .Values.replicas) 1)) }}
{{- fail "more than one replica needs Redis: set redis.mode" }}
{{- end }}
{{- if and (not (include "deckname.hasApiKeys" .)) (ne (toString .Values.settings.AUTH) "off") }}
{{- fail "standalone needs secrets.apiKeys (`deckname keys tenant NAME`), or settings.AUTH \"off\" where something in front checks the callers" }}
{{- end }}
{{- end }}
{{- if and .Values.gateway.enabled (not .Values.gateway.parent) }}
{{- fail "gateway.enabled needs gateway.parent, the name of a Gateway" }}
{{- end }}
{{- end }}

{{- define "deckname.securityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
capabilities:
  drop: [ALL]
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{/* In a sidecar's pod the application keeps the user of its own image. */}}
{{- define "deckname.podSecurityContext" -}}
runAsNonRoot: true
{{- if eq .Values.mode "standalone" }}
runAsUser: 10001
runAsGroup: 10001
{{- end }}
fsGroup: 10001
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{/* The Deckname container. Another chart includes it with `.Subcharts.deckname`. */}}
{{- define "deckname.container" -}}
{{- $sidecar := eq .Values.mode "sidecar" }}
{{- $port := ternary (int .Values.sidecar.port) 8080 $sidecar }}
- name: deckname
  image: {{ include "deckname.image" . | quote }}
  imagePullPolicy: {{ .Values.image.pullPolicy }}
  {{- if and $sidecar .Values.sidecar.native }}
  restartPolicy: Always
  {{- end }}
  envFrom:
    - configMapRef:
        name: {{ include "deckname.name" . }}
  env:
    - name: DECKNAME_HOST
      value: {{ ternary "127.0.0.1" "0.0.0.0" $sidecar | quote }}
    - name: DECKNAME_PORT
      value: {{ $port | quote }}
    {{- if eq .Values.redis.mode "bundled" }}
    - name: DECKNAME_VAULT_URL
      value: redis://{{ include "deckname.name" . }}-redis:6379/0
    {{- end }}
    {{- if include "deckname.hasSecret" . }}
    - name: DECKNAME_SECRETS_DIR
      value: /etc/deckname/secrets
    {{- end }}
    {{- if include "deckname.hasApiKeys" . }}
    - name: DECKNAME_API_KEYS_FILE
      value: /etc/deckname/secrets/api-keys.json
    {{- end }}
    {{- if and $sidecar .Values.metrics.sidecarPort }}
    - name: DECKNAME_METRICS_PORT
      value: {{ .Values.metrics.sidecarPort | quote }}
    {{- end }}
    {{- with .Values.extraEnv }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- if not $sidecar }}
  ports:
    - name: http
      containerPort: {{ $port }}
      protocol: TCP
  {{- else if .Values.metrics.sidecarPort }}
  ports:
    - name: metrics
      containerPort: {{ .Values.metrics.sidecarPort }}
      protocol: TCP
  {{- end }}
  startupProbe:
    {{- include "deckname.probe" (list $sidecar $port "/readyz") | nindent 4 }}
    periodSeconds: 2
    timeoutSeconds: 5
    failureThreshold: 60
  readinessProbe:
    {{- include "deckname.probe" (list $sidecar $port "/readyz") | nindent 4 }}
    periodSeconds: 10
    timeoutSeconds: 5
    failureThreshold: 3
  livenessProbe:
    {{- include "deckname.probe" (list $sidecar $port "/livez") | nindent 4 }}
    periodSeconds: 10
    timeoutSeconds: 5
    failureThreshold: 6
  resources:
    {{- toYaml .Values.resources | nindent 4 }}
  securityContext:
    {{- include "deckname.securityContext" . | nindent 4 }}
  volumeMounts:
    - name: deckname-tmp
      mountPath: /tmp
    {{- if include "deckname.hasSecret" . }}
    - name: deckname-secrets
      mountPath: /etc/deckname/secrets
      readOnly: true
    {{- end }}
    {{- with .Values.extraVolumeMounts }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
{{- end }}

{{/* On loopback the kubelet cannot ask, so a command in the container does. */}}
{{- define "deckname.probe" -}}
{{- if index . 0 -}}
exec:
  command: [python, -m, service.server.probe, "http://127.0.0.1:{{ index . 1 }}{{ index . 2 }}"]
{{- else -}}
httpGet:
  path: {{ index . 2 }}
  port: http
{{- end }}
{{- end }}

{{/* The volumes of the Deckname container. */}}
{{- define "deckname.volumes" -}}
- name: deckname-tmp
  emptyDir:
    sizeLimit: 64Mi
{{- if include "deckname.hasSecret" . }}
- name: deckname-secrets
  secret:
    secretName: {{ include "deckname.secret" . }}
    defaultMode: 0440
{{- end }}
{{- with .Values.extraVolumes }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* What all pods of this chart have in common. */}}
{{- define "deckname.pod" -}}
serviceAccountName: {{ include "deckname.name" . }}
automountServiceAccountToken: false
enableServiceLinks: false
terminationGracePeriodSeconds: {{ .Values.terminationGracePeriodSeconds }}
securityContext:
  {{- include "deckname.podSecurityContext" . | nindent 2 }}
{{- with .Values.imagePullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- if .Values.topologySpread.enabled }}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: {{ .Values.topologySpread.key }}
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "deckname.selector" . | nindent 8 }}
        app.kubernetes.io/component: {{ .Values.mode }}
{{- end }}
{{- with .Values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{/* Labels and annotations of a pod; a changed setting or secret starts new pods. */}}
{{- define "deckname.podMetadata" -}}
labels:
  {{- include "deckname.labels" . | nindent 2 }}
  app.kubernetes.io/component: {{ .Values.mode }}
  {{- with .Values.podLabels }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
annotations:
  checksum/settings: {{ toJson .Values.settings | sha256sum }}
  checksum/secrets: {{ printf "%s%s" (toJson .Values.secrets) (toJson .Values.redis) | sha256sum }}
  {{- with .Values.podAnnotations }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end }}
