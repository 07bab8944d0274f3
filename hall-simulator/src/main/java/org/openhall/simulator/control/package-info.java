/**
 * How a person or a test works the emulated devices: the closed list of commands, and the Unix
 * socket that carries one command a connection. What a command does is not decided here.
 */
@NullMarked
package org.openhall.simulator.control;

import org.jspecify.annotations.NullMarked;
