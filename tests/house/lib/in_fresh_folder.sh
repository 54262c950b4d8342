# sh in_fresh_folder.sh FOLDER COMMAND...: runs the command in FOLDER, which it empties first.
rm -rf -- "$1" && mkdir -p -- "$1" && cd -- "$1" || exit 1
shift
exec "$@"
