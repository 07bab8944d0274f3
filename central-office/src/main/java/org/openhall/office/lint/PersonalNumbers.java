package org.openhall.office.lint;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which number of a person a row of digits is. Codes that merely look like one are told apart by
 * what stands around: letters, a longer code, an amount, the number of a document.
 *
 * @param today no birth lies behind it
 */
record PersonalNumbers(LocalDate today) {
  private static final int CONTEXT = 30;
  private static final int NEAR = 12;

  private static final Pattern ID_WORDS =
      Pattern.compile("身份证|身份号|证件号|社会保障号|社保号|(?i:id ?card|id ?no|identity)");
  private static final Pattern BANK_WORDS =
      Pattern.compile("银行|卡号|[账帐]号|[账帐]户|开户|户名|存折|一卡通|借记卡|信用卡|(?i:bank|card no)");
  private static final Pattern CODE_WORDS =
      Pattern.compile("编号|代码|编码|证号|文号|单号|序号|流水号|索引|条码|批号|许可|登记号|注册号|案号|型号|标准号|项目|[A-Za-z]号");
  private static final Pattern PHONE_WORDS =
      Pattern.compile("电话|手机|联系|致电|拨打|热线|传真|微信|短信|(?i:tel|phone|mobile)");
  private static final Pattern OFFICE_WORDS =
      Pattern.compile("(咨询|监督|举报|投诉|报名|服务|值班|办公|受理|报送|预约|维修|救援)(电话|手机|方式|热线)|热线|联系人");
  private static final Pattern TAX_WORDS = Pattern.compile("税|组织机构|信用代码");

  /** Numbers that the operators of mobile networks have given out. */
  private static final Pattern MOBILE =
      Pattern.compile("1(3\\d|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8\\d|9[0-35-9])\\d{8}");

  private static final Set<List<Integer>> MOBILE_GROUPS = Set.of(List.of(11), List.of(3, 4, 4));
  private static final Set<List<Integer>> WITH_COUNTRY =
      Set.of(List.of(2, 11), List.of(2, 3, 4, 4));

  /** Ways to write a citizen's number in groups. */
  private static final Set<List<Integer>> ID_GROUPS =
      Set.of(
          List.of(18),
          List.of(6, 8, 4),
          List.of(6, 12),
          List.of(14, 4),
          List.of(6, 4, 4, 4),
          List.of(6, 4, 2, 2, 4),
          List.of(3, 3, 4, 4, 4),
          List.of(3, 3, 8, 4));

  /** Behind a number they make it an amount, or the number of a thing. */
  private static final String UNITS = "元万亿吨股份户人个公平方立千克米只美港欧英日年月％%‰号";

  /** What a field is for. */
  enum Place {
    /** Anything that is read. */
    TEXT,
    /** A cell of a table. */
    CELL,
    /** How an office is reached. */
    CONTACT,
    /** A code: no telephone and no card, by its place. */
    CODE
  }

  /**
   * The rule that a number breaks, if it is a person's.
   *
   * @param heading what stands over the text that it is in
   */
  Optional<Rule> rule(DigitRun run, Place place, String heading) {
    if (run.isPart()) {
      return Optional.empty();
    }
    String words = heading + " " + run.wordsBefore(CONTEXT);
    Optional<Rule> id = id(run, words);
    if (id.isPresent() || place == Place.CODE || run.isJoined()) {
      return id;
    }
    return isBankCard(run, words) ? Optional.of(Rule.BANK_CARD) : mobile(run, place, heading);
  }

  private Optional<Rule> id(DigitRun run, String words) {
    if (ID_GROUPS.contains(run.groups()) && CheckDigits.isId(run.digits(), today)) {
      return Optional.of(Rule.ID_NUMBER);
    }
    boolean isSaid = run.isOneGroup() && ID_WORDS.matcher(words).find();
    if (isSaid && CheckDigits.hasFormOfId(run.digits(), today)) {
      return Optional.of(Rule.WRONG_ID_NUMBER);
    }
    boolean isOld =
        isSaid && CheckDigits.isOldId(run.digits(), today) && !TAX_WORDS.matcher(words).find();
    return isOld ? Optional.of(Rule.OLD_ID_NUMBER) : Optional.empty();
  }

  /** Cards of the Chinese network (62), and others of 16 digits that words call a bank card. */
  private static boolean isBankCard(DigitRun run, String words) {
    String digits = run.digits();
    boolean isLong = digits.length() >= 16 && digits.length() <= 19 && !digits.endsWith("X");
    boolean isIssued =
        digits.startsWith("62") || (digits.length() == 16 && "3459".indexOf(digits.charAt(0)) >= 0);
    boolean inFours =
        run.isOneGroup()
            || run.groups().subList(0, run.groups().size() - 1).stream().allMatch(n -> n == 4);
    return isLong
        && isIssued
        && inFours
        && CheckDigits.isLuhn(digits)
        && BANK_WORDS.matcher(words).find();
  }

  private static Optional<Rule> mobile(DigitRun run, Place place, String heading) {
    boolean withCountry =
        run.digits().startsWith("86")
            && (WITH_COUNTRY.contains(run.groups()) || isWithCountry(run));
    String number = withCountry ? run.digits().substring(2) : run.digits();
    boolean inForm = withCountry || MOBILE_GROUPS.contains(run.groups());
    if (!inForm || !MOBILE.matcher(number).matches()) {
      return Optional.empty();
    }
    if (place == Place.CONTACT) {
      return Optional.of(Rule.MOBILE_CONTACT);
    }
    String near = heading + " " + run.wordsBefore(NEAR);
    boolean isSaid = PHONE_WORDS.matcher(near).find();
    boolean isOther = UNITS.indexOf(run.after()) >= 0 || CODE_WORDS.matcher(near).find();
    if (isOther && !isSaid) {
      return Optional.empty();
    }
    boolean isOffice = place == Place.TEXT && OFFICE_WORDS.matcher(run.wordsBefore(CONTEXT)).find();
    return Optional.of(isOffice ? Rule.MOBILE_CONTACT : Rule.MOBILE_NUMBER);
  }

  private static boolean isWithCountry(DigitRun run) {
    return run.isOneGroup() && run.digits().length() == 13;
  }
}
