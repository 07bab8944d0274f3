package org.openhall.office.sample;

/** The check character of a unified social credit code (统一社会信用代码), GB 32100-2015. */
final class CreditCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private CreditCode() {}

  /** The eighteenth character for the first seventeen. */
  static char checkCharacter(String first17) {
    int sum = 0;
    int weight = 1;
    for (int at = 0; at < first17.length(); at++) {
      sum += ALPHABET.indexOf(first17.charAt(at)) * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
