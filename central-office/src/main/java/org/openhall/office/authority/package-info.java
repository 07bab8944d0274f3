/**
 * The office's own certificate authority, DIR/pki: the one place that makes certificates, for
 * terminals and for the office's server. It asks nobody who may have one. The door is {@link
 * org.openhall.office.authority.CertificateAuthority}.
 */
@NullMarked
package org.openhall.office.authority;

import org.jspecify.annotations.NullMarked;
