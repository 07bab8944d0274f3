/**
 * The line on which the office pushes: {@link org.openhall.agent.push.PushListener} keeps it open
 * and hands on what comes. It saves time and calls, never trust: all of it goes through the gate of
 * {@code agent.sync}, and without it the agent's own looks bring the same.
 */
@NullMarked
package org.openhall.agent.push;

import org.jspecify.annotations.NullMarked;
