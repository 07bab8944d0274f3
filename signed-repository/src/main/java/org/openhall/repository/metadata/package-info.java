/**
 * The metadata of The Update Framework 1.0 as values: roles, keys, signatures and their JSON form.
 * Rules that need only one file live here; rules between files live in the client. Nothing here
 * reads a file, a clock or the network.
 */
@NullMarked
package org.openhall.repository.metadata;

import org.jspecify.annotations.NullMarked;
