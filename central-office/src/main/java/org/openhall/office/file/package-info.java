/**
 * What a file of others is, and whether it may come in: one set of rules for what is uploaded, what
 * is attached, and what is looked at before a release. The door is {@link
 * org.openhall.office.file.FileGate}; nothing here knows a database.
 */
@NullMarked
package org.openhall.office.file;

import org.jspecify.annotations.NullMarked;
