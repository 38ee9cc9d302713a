#!/bin/sh
# New sittings begin with BUILD_ID from now on; those under way stay with the code that they began with.
# Reads TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE and BUILD_ID; may be repeated.
set -eu

DEPLOYMENT=examhall

tries=0
# Refused while no worker of this version has asked for work yet.
until temporal worker deployment set-current-version --yes \
  --deployment-name "$DEPLOYMENT" --build-id "$BUILD_ID" --namespace "$TEMPORAL_NAMESPACE"; do
  tries=$((tries + 1))
  [ "$tries" -lt 60 ] || exit 1
  sleep 2
done
temporal worker deployment describe --name "$DEPLOYMENT" --namespace "$TEMPORAL_NAMESPACE"
