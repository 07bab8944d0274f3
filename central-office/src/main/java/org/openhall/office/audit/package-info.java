/**
 * Who did what, as a chain of hashes. The door is {@link org.openhall.office.audit.AuditLog}; it
 * knows nobody but the database.
 */
@NullMarked
package org.openhall.office.audit;

import org.jspecify.annotations.NullMarked;
