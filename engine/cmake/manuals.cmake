# cmake -D PROGRAM= -D SHARE= -D COMMANDS= -P: the manual pages and completions, as the program
# itself prints them, so that they cannot disagree with it. What it does not print is not made.
cmake_minimum_required(VERSION 3.25)

# Writes to share/FILE what `armex ARGUMENTS...` prints; leaves no file if it fails.
function(print_to file)
    execute_process(COMMAND ${PROGRAM} ${ARGN}
        RESULT_VARIABLE failed OUTPUT_VARIABLE text ERROR_QUIET)
    if(failed OR text STREQUAL "")
        list(JOIN ARGN " " arguments)
        message(STATUS "No share/${file}: armex ${arguments} printed nothing")
        file(REMOVE ${SHARE}/${file})
    else()
        file(WRITE ${SHARE}/${file} "${text}")
    endif()
endfunction()

print_to(man/man1/armex.1 --man)
foreach(command IN LISTS COMMANDS)
    print_to(man/man1/armex-${command}.1 --man ${command})
endforeach()
print_to(bash-completion/completions/armex --completions bash)
print_to(zsh/site-functions/_armex --completions zsh)
print_to(fish/vendor_completions.d/armex.fish --completions fish)
