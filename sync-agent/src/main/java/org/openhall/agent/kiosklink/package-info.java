/**
 * Answers the kiosk's few live questions over a local socket. What is sealed is carried and cannot
 * be read here; nothing of it is kept.
 */
@NullMarked
package org.openhall.agent.kiosklink;

import org.jspecify.annotations.NullMarked;
