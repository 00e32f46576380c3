#compdef bilan
# Complétion de bilan pour zsh.
_bilan() {
    local line
    local -a found
    while IFS= read -r line; do
        found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
    done < <(_BILAN_MOT="zsh=${(Q)words[CURRENT]}" "${words[1]}" "${(Q@)words[2,CURRENT-1]}" 2> /dev/null)
    if (( $#found )); then
        _describe -V bilan found
    else
        _files
    fi
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
if [[ $funcstack[1] == _bilan ]]; then
    _bilan "$@"
else
    compdef _bilan bilan
fi
