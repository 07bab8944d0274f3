/**
 * Files that editors upload, and records that other systems push, on their way to a proposal: which
 * column is which field, what each row becomes, what is refused and why. The doors are {@link
 * org.openhall.office.upload.Uploads} and {@link org.openhall.office.upload.RecordsImporter}.
 */
@NullMarked
package org.openhall.office.upload;

import org.jspecify.annotations.NullMarked;
