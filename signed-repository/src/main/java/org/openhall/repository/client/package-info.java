/**
 * The client of a signed repository: {@link org.openhall.repository.client.TrustedMetadataSet} is
 * the gate with all rules between files, {@link org.openhall.repository.client.Updater} does the
 * reading and writing around it, {@link org.openhall.repository.client.TufClient} is the same as a
 * command. Nothing here knows what the targets mean.
 */
@NullMarked
package org.openhall.repository.client;

import org.jspecify.annotations.NullMarked;
