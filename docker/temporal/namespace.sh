#!/bin/sh
# Makes our namespace with its search attributes; may be repeated. Reads TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE.
set -eu

# Longer than the backups' cycle: the record can be rebuilt from histories.
RETENTION=30d
ATTRIBUTES='RoomId ExamPhase FlowVersion'

tries=0
until temporal operator cluster health >/dev/null 2>&1; do
  tries=$((tries + 1))
  [ "$tries" -lt 60 ] || { echo 'Temporal does not answer' >&2; exit 1; }
  sleep 2
done

if temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1; then
  temporal operator namespace update --namespace "$TEMPORAL_NAMESPACE" --retention "$RETENTION"
else
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention "$RETENTION"
fi

# A new namespace is known everywhere only after some seconds.
tries=0
until known=$(temporal operator search-attribute list --namespace "$TEMPORAL_NAMESPACE" 2>/dev/null); do
  tries=$((tries + 1))
  [ "$tries" -lt 30 ] || { echo 'the namespace does not answer' >&2; exit 1; }
  sleep 1
done
for name in $ATTRIBUTES; do
  case $known in
    *" $name "*) continue ;;
  esac
  temporal operator search-attribute create --namespace "$TEMPORAL_NAMESPACE" --name "$name" --type Keyword
done
echo "namespace $TEMPORAL_NAMESPACE is ready"
