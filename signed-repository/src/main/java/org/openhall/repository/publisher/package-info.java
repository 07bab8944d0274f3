/**
 * The office's side of a signed repository: keys and who may sign, and releases written so that
 * readers never see a half of one. Nothing here knows what the targets mean.
 */
@NullMarked
package org.openhall.repository.publisher;

import org.jspecify.annotations.NullMarked;
