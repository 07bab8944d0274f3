/**
 * The kiosk's few live questions to the agent, over a local socket: no network, nothing kept. What
 * is personal goes and comes sealed, and the key to it lives as long as a visit.
 */
@NullMarked
package org.openhall.kiosk.agentlink;

import org.jspecify.annotations.NullMarked;
