package org.openhall.link.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.openhall.link.Base64Bytes;
import org.openhall.link.Fingerprint;
import org.openhall.link.credential.Certificates;
import org.openhall.link.credential.Credential;

/**
 * A report with the signature of the terminal's key (ECDSA on P-256 with SHA-256, FIPS 186-5) over
 * a prefix that no other signature of that key has, and the text byte for byte.
 *
 * @param text {@link AcceptanceReport#text()}, at most {@link #LONGEST} characters
 * @param certificate the terminal's at that time, DER
 */
public record SignedReport(String text, Base64Bytes certificate, Base64Bytes signature) {
  /** Characters of a text. */
  public static final int LONGEST = 60_000;

  private static final String PREFIX = "OpenHall acceptance report, version 1\n";
  private static final String ALGORITHM = "SHA256withECDSA";

  public SignedReport {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(certificate, "certificate");
    Objects.requireNonNull(signature, "signature");
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("a report has at most " + LONGEST + " characters");
    }
  }

  /** What is wrong with a report, or that nothing is. */
  public enum Verdict {
    GENUINE,
    /** The text is no report. */
    NO_REPORT,
    /** The certificate is not of this office. */
    OTHER_AUTHORITY,
    /** The certificate is another terminal's than the report names. */
    OTHER_TERMINAL,
    /** The certificate was not valid at the time of the report. */
    NOT_VALID_THEN,
    /** Text and signature do not belong together. */
    WRONG_SIGNATURE
  }

  /** Signs a report. */
  public static SignedReport sign(AcceptanceReport report, Credential credential) {
    String text = report.text();
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(credential.key());
      signature.update(bytes(text));
      return new SignedReport(
          text,
          Base64Bytes.of(Certificates.encode(credential.certificate())),
          Base64Bytes.of(signature.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a terminal's key signs", e);
    }
  }

  /** The report itself; empty where the text is none. */
  public Optional<AcceptanceReport> report() {
    return AcceptanceReport.read(text);
  }

  /** What stands on the slip of paper: a fingerprint of text and signature. */
  public Fingerprint digest() {
    return Fingerprint.of(bytes(text + "\n" + signature.text()));
  }

  /** Judges it by the office's authority. */
  public Verdict verify(X509Certificate authority) {
    Optional<AcceptanceReport> report = report();
    if (report.isEmpty()) {
      return Verdict.NO_REPORT;
    }
    try {
      X509Certificate own = Certificates.parse(certificate.bytes());
      return Certificates.isIssuedBy(own, authority)
          ? judge(report.get(), own)
          : Verdict.OTHER_AUTHORITY;
    } catch (IOException e) {
      return Verdict.OTHER_AUTHORITY;
    }
  }

  private Verdict judge(AcceptanceReport report, X509Certificate own) {
    if (!own.getSubjectX500Principal().getName().equals("CN=" + report.terminalId())) {
      return Verdict.OTHER_TERMINAL;
    }
    Instant at = report.at();
    if (at.isBefore(own.getNotBefore().toInstant()) || at.isAfter(own.getNotAfter().toInstant())) {
      return Verdict.NOT_VALID_THEN;
    }
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(own.getPublicKey());
      check.update(bytes(text));
      return check.verify(signature.bytes()) ? Verdict.GENUINE : Verdict.WRONG_SIGNATURE;
    } catch (GeneralSecurityException e) {
      return Verdict.WRONG_SIGNATURE;
    }
  }

  private static byte[] bytes(String text) {
    return (PREFIX + text).getBytes(StandardCharsets.UTF_8);
  }
}
