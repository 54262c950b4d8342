/** consumer.c: somebody else's program: plain C17, and all of libarmex is linked. */
#include <armex.h>
#include <stdio.h>

int main(void)
{
    return puts("armex.h compiles and libarmex links") < 0;
}
