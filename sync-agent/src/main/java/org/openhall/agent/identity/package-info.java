/**
 * Who this terminal is to its office: the key that was made here and never leaves, its certificate,
 * and the line on which both ends prove who they are. The door is {@link
 * org.openhall.agent.identity.Membership}.
 */
@NullMarked
package org.openhall.agent.identity;

import org.jspecify.annotations.NullMarked;
