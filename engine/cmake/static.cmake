# The program links to no shared library at all where it can: finding, mapping and relocating
# them is a third of the time in which a short command ends. It stays position independent.
#
# Sanitizers and coverage live in shared libraries; ARMEX_SHARED_DEPS asks for such.
include(CheckLinkerFlag)

check_linker_flag(C -static-pie ARMEX_CAN_STATIC)
check_linker_flag(C LINKER:-z,pack-relative-relocs ARMEX_CAN_PACK_RELOCATIONS)
if(ARMEX_CAN_STATIC AND NOT ARMEX_SHARED_DEPS AND NOT ARMEX_SANITIZE AND NOT ARMEX_COVERAGE)
    target_link_options(armex PRIVATE -static-pie
        LINKER:--wrap=dlopen,--defsym=__wrap_dlopen=armex_no_plugin)
    target_sources(armex PRIVATE ${no_plugins})
    if(ARMEX_CAN_PACK_RELOCATIONS)
        target_link_options(armex PRIVATE LINKER:-z,pack-relative-relocs)
    endif()
endif()
