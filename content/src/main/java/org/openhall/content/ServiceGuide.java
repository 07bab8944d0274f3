package org.openhall.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service guide (办事指南, 政务服务事项). A null list means that the source says nothing (shown as 未提供); an
 * empty list means that the source says there are none (e.g. 不收费).
 *
 * @param header identity and origin; its departmentId is the department (实施主体)
 * @param title 事项名称
 * @param itemCode 实施编码, opaque, at most 64 characters
 * @param itemTypeCode 事项类型 code of the source; codes differ by province, so the text goes with it
 * @param itemType 事项类型 text, e.g. 行政许可
 * @param departmentName 实施主体 as the source writes it
 * @param audiences 服务对象
 * @param theme 主题分类, e.g. 户籍办理
 * @param summary one sentence for lists
 * @param conditions 受理条件
 * @param materials 材料目录
 * @param steps 办理流程
 * @param fees 收费项目
 * @param statutoryLimit 法定办结时限, as text with its unit
 * @param promisedLimit 承诺办结时限, as text with its unit
 * @param windows 办理地点 and 办理时间
 * @param questions 常见问题
 * @param bases 设定依据
 * @param result 审批结果名称
 * @param consultation 咨询方式
 * @param complaint 监督投诉方式
 * @param aliases everyday names of the matter, searched like the title
 * @param sourceUrl address of the original, or null
 * @param authority by which power, and codes
 * @param handling in which ways, and what comes of it
 * @param remedies rights, duties, where to contest a decision
 * @param placement where it stands in the catalogues
 * @param situations questions that narrow the lists down (情形), in the order of asking
 * @param unknown fields of later versions
 */
public record ServiceGuide(
    RecordHeader header,
    String title,
    @Nullable String itemCode,
    @Nullable String itemTypeCode,
    @Nullable String itemType,
    @Nullable String departmentName,
    List<Audience> audiences,
    @Nullable String theme,
    @Nullable String summary,
    @Nullable List<String> conditions,
    @Nullable List<Material> materials,
    @Nullable List<ProcessStep> steps,
    @Nullable List<Fee> fees,
    @Nullable String statutoryLimit,
    @Nullable String promisedLimit,
    @Nullable List<ServiceWindow> windows,
    @Nullable List<Question> questions,
    @Nullable List<String> bases,
    @Nullable String result,
    @Nullable String consultation,
    @Nullable String complaint,
    List<String> aliases,
    @Nullable String sourceUrl,
    Authority authority,
    Handling handling,
    Remedies remedies,
    Placement placement,
    List<Situation> situations,
    UnknownFields unknown)
    implements ContentRecord {

  /** 服务对象. */
  public enum Audience {
    NATURAL_PERSON,
    LEGAL_PERSON
  }

  /** 材料必要性. */
  public enum Necessity {
    REQUIRED,
    OPTIONAL,
    MAY_FOLLOW
  }

  /**
   * A material to bring.
   *
   * @param form 材料形式, e.g. 原件, 复印件, 电子
   * @param copies 份数, or null
   * @param necessity 必要 / 非必要 / 容缺后补
   * @param source 来源渠道, e.g. 申请人自备, 数据共享
   * @param note 填报须知
   * @param specification 纸质规格, e.g. A4
   * @param basis 要求提供依据
   * @param standard 受理标准
   * @param formId id of a {@link Form} to fill in, or null
   * @param when the situations in which it is wanted
   */
  public record Material(
      String name,
      @Nullable String form,
      @Nullable Integer copies,
      Necessity necessity,
      @Nullable String source,
      @Nullable String note,
      @Nullable String specification,
      @Nullable String basis,
      @Nullable String standard,
      @Nullable String formId,
      List<When> when) {
    public Material {
      when = List.copyOf(when);
    }

    /** A material of every situation. */
    public Material(
        String name,
        @Nullable String form,
        @Nullable Integer copies,
        Necessity necessity,
        @Nullable String source,
        @Nullable String note) {
      this(name, form, copies, necessity, source, note, null, null, null, null, List.of());
    }
  }

  /**
   * A step, e.g. 受理.
   *
   * @param limit its time as text
   * @param handler 办理人 or 岗位
   * @param outcome 办理结果
   * @param standard 审查标准
   * @param when the situations in which it is taken
   */
  public record ProcessStep(
      String name,
      @Nullable String description,
      @Nullable String limit,
      @Nullable String handler,
      @Nullable String outcome,
      @Nullable String standard,
      List<When> when) {
    public ProcessStep {
      when = List.copyOf(when);
    }

    /** A step of every situation. */
    public ProcessStep(String name, @Nullable String description, @Nullable String limit) {
      this(name, description, limit, null, null, null, List.of());
    }
  }

  /**
   * A fee.
   *
   * @param standard the amount as text
   * @param basis its legal basis
   * @param reducible 是否允许减免
   * @param reduction 减免依据
   * @param when the situations in which it is due
   */
  public record Fee(
      String name,
      String standard,
      @Nullable String basis,
      @Nullable Boolean reducible,
      @Nullable String reduction,
      List<When> when) {
    public Fee {
      when = List.copyOf(when);
    }

    /** A fee of every situation. */
    public Fee(String name, String standard, @Nullable String basis) {
      this(name, standard, basis, null, null, List.of());
    }
  }

  /** A place where the matter is handled; windowIds are those of {@link HallMap.Window}s. */
  public record ServiceWindow(
      String name,
      @Nullable String address,
      @Nullable String hours,
      @Nullable String phone,
      List<String> windowIds) {
    public ServiceWindow {
      windowIds = List.copyOf(windowIds);
    }

    /** A place that is on no map. */
    public ServiceWindow(
        String name, @Nullable String address, @Nullable String hours, @Nullable String phone) {
      this(name, address, hours, phone, List.of());
    }
  }

  /** A frequent question and its answer. */
  public record Question(String question, String answer) {}

  public ServiceGuide {
    audiences = List.copyOf(audiences);
    aliases = List.copyOf(aliases);
    conditions = Lists.copyOrNull(conditions);
    materials = Lists.copyOrNull(materials);
    steps = Lists.copyOrNull(steps);
    fees = Lists.copyOrNull(fees);
    windows = Lists.copyOrNull(windows);
    questions = Lists.copyOrNull(questions);
    bases = Lists.copyOrNull(bases);
    situations = List.copyOf(situations);
  }
}
