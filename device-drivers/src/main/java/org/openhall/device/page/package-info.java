/**
 * A4 printers that speak the Internet Printing Protocol (RFC 8010, RFC 8011, IPP Everywhere PWG
 * 5100.14): over the network, through CUPS, or on USB through ipp-usb. A job has a number before
 * its first byte is sent, so that the printer itself can be asked what became of it. Nothing here
 * says "printed" unless the printer said so, and nothing is sent twice.
 */
@NullMarked
package org.openhall.device.page;

import org.jspecify.annotations.NullMarked;
