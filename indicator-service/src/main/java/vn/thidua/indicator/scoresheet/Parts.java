package vn.thidua.indicator.scoresheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.scoresheet.Sheet.Group;
import vn.thidua.indicator.scoresheet.Sheet.Part;

/**
 * The levels above a sheet's groups. A part is a heading and no more: it has what its groups have together, added up after each
 * group's own maximum and rounding; nothing is capped or rounded at a part, and with or without parts a sheet gives the same scores.
 * Groups need not lie in one, and those of one part need not stand together.
 */
public final class Parts {
    /** How many levels of parts a sheet may have: phần, chương, mục, tiểu mục; groups and criteria stand below them. */
    public static final int LEVELS = 4;

    private final Map<String, Part> byCode;
    private final Sheet sheet;

    /** The parts of the sheet, which may be a draft that refers to parts it does not have. */
    public Parts(Sheet sheet) {
        this.sheet = sheet;
        this.byCode = sheet.parts().stream()
                .collect(Collectors.toMap(Part::code, part -> part, (first, _) -> first, LinkedHashMap::new));
    }

    /** Codes of the parts, each once, in the order of the sheet, with the groups that lie in them at whatever depth. */
    public Map<String, List<Group>> groups() {
        var groups = new LinkedHashMap<String, List<Group>>();
        byCode.keySet().forEach(code -> groups.put(code, new ArrayList<>()));
        for (var group : sheet.groups()) {
            for (var part : around(group.in())) {
                groups.getOrDefault(part.code(), List.of()).add(group);
            }
        }
        return groups;
    }

    /**
     * The part of that code and all that it lies in, the innermost first; each once, also in a draft whose parts lie in each other.
     *
     * @param in null and an unknown code lie in nothing
     */
    List<Part> around(@Nullable String in) {
        var around = new ArrayList<Part>();
        for (var part = known(in); part != null && !around.contains(part); part = known(part.in())) {
            around.add(part);
        }
        return around;
    }

    private @Nullable Part known(@Nullable String code) {
        return code == null ? null : byCode.get(code);
    }

    /** Whether it names no part, or one that the sheet has. */
    boolean has(@Nullable String in) {
        return in == null || byCode.containsKey(in);
    }
}
