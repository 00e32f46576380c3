# Complétion de bilan pour bash.
_bilan() {
    local word meaning
    COMPREPLY=()
    while IFS=$'\t' read -r word meaning; do
        COMPREPLY+=("$word")
    done < <(_BILAN_MOT="bash=${COMP_WORDS[COMP_CWORD]}" "$1" "${COMP_WORDS[@]:1:COMP_CWORD-1}" 2> /dev/null)
    case ${COMPREPLY[0]} in
        *=) compopt -o nospace 2> /dev/null ;;
    esac
}
complete -o default -o filenames -F _bilan bilan
