/** What a terminal is made of besides the programs: units, users, folders and scripts. */
@NullMarked
package org.openhall.provisioning;

import org.jspecify.annotations.NullMarked;
