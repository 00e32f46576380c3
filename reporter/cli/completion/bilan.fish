# Complétion de bilan pour fish.
function __bilan_complete
    set -l words (commandline -opc)
    set -l found (env _BILAN_MOT="fish="(commandline -ct | string collect) $words 2>/dev/null)
    if set -q found[1]
        printf '%s\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete --command bilan --no-files --keep-order --arguments '(__bilan_complete)'
