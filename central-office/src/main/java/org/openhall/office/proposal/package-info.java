/**
 * Changes of records that one person proposes and another decides on. The door is {@link
 * org.openhall.office.proposal.Proposals}; nothing of it is on a terminal before it is approved,
 * and then released.
 */
@NullMarked
package org.openhall.office.proposal;

import org.jspecify.annotations.NullMarked;
