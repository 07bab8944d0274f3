/**
 * By which other systems push guides: tokens, pushes that become proposals, and whether what the
 * office shows is what its source pushed last (信息同源). What is said is in {@code openapi/v1.yaml}.
 */
@NullMarked
package org.openhall.office.api;

import org.jspecify.annotations.NullMarked;
