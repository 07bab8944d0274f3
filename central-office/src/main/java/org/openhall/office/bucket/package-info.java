/**
 * The repository in a bucket of an S3-compatible store. The folder of the data folder stays this
 * machine's copy of it: it is what the office serves and works on, and every file that is written
 * there lies in the bucket first.
 */
@NullMarked
package org.openhall.office.bucket;

import org.jspecify.annotations.NullMarked;
