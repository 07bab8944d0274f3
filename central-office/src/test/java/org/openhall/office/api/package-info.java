@NullMarked
package org.openhall.office.api;

import org.jspecify.annotations.NullMarked;
