package org.openhall.content;

import org.jspecify.annotations.Nullable;

/**
 * A department (部门, 实施主体).
 *
 * @param header identity and origin
 * @param name full name
 * @param parentId id of the department above it, or null
 * @param address 办公地址
 * @param hours 办公时间
 * @param phone 联系电话
 * @param duties 机关职能 in a sentence
 * @param unknown fields of later versions
 */
public record Department(
    RecordHeader header,
    String name,
    @Nullable String parentId,
    @Nullable String address,
    @Nullable String hours,
    @Nullable String phone,
    @Nullable String duties,
    UnknownFields unknown)
    implements ContentRecord {}
