# {say.revision}
ETAL_REPOSITORY: "{repository}"
ETAL_REVISION: "{revision}"
# {say.release}
ETAL_VERSION: "{version}"
ETAL_SHA256: ""
# {say.folder}
CATALOGUE: "{folder}"
