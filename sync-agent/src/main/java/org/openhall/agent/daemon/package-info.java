/**
 * The agent as a service: schedule, record of the runs, health. Spring lives here and nowhere else
 * in the agent.
 */
@NullMarked
package org.openhall.agent.daemon;

import org.jspecify.annotations.NullMarked;
