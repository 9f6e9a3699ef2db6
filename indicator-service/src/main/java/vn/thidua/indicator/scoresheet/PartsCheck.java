package vn.thidua.indicator.scoresheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.thidua.indicator.scoresheet.Sheet.BonusPlace;
import vn.thidua.indicator.scoresheet.Sheet.Group;
import vn.thidua.indicator.scoresheet.Sheet.Part;

/** Looks at the parts of a sheet: each stands once, lies in one that is there and not in itself, and has what its groups come to. */
final class PartsCheck {
    private final Sheet sheet;
    private final Parts parts;
    private final Map<String, List<Group>> groups;
    private final List<Finding> findings = new ArrayList<>();

    private PartsCheck(Sheet sheet) {
        this.sheet = sheet;
        this.parts = new Parts(sheet);
        this.groups = parts.groups();
    }

    static List<Finding> of(Sheet sheet) {
        var check = new PartsCheck(sheet);
        check.all();
        return check.findings;
    }

    private void all() {
        var codes = new HashSet<String>();
        for (int i = 0; i < sheet.parts().size(); i++) {
            var part = sheet.parts().get(i);
            var at = "/parts/" + i;
            if (codes.add(part.code())) {
                part(at, part);
            } else {
                find(at + "/code", "taken");
            }
        }
        for (int i = 0; i < sheet.groups().size(); i++) {
            if (!parts.has(sheet.groups().get(i).in())) {
                find("/groups/" + i + "/in", "not-found");
            }
        }
    }

    private void part(String at, Part part) {
        var around = parts.around(part.in());
        if (around.contains(part)) {
            // What lies in a circle has no sum that could be right.
            find(at + "/in", "part-circle");
            return;
        }
        if (!parts.has(part.in())) {
            find(at + "/in", "not-found");
        } else if (around.size() >= Parts.LEVELS) {
            find(at + "/in", "part-too-deep", Parts.LEVELS);
        }
        if (isEmpty(part)) {
            find(at, "part-empty");
            return;
        }
        var sum = sum(Objects.requireNonNull(groups.get(part.code())));
        if (sum.compareTo(part.maximum()) != 0) {
            find(at + "/maximum", "sum-differs", SheetCheck.plain(sum));
        }
    }

    private boolean isEmpty(Part part) {
        return sheet.groups().stream().noneMatch(group -> part.code().equals(group.in()))
                && sheet.parts().stream().noneMatch(other -> part.code().equals(other.in()));
    }

    /** Pools count where they count for the sheet's own maximum. */
    private BigDecimal sum(List<Group> groups) {
        return groups.stream()
                .map(group -> sheet.bonus() == BonusPlace.INSIDE
                        ? group.maximum().add(group.bonusMaximum())
                        : group.maximum())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void find(String pointer, String code, Object... arguments) {
        findings.add(Finding.of(pointer, code, arguments));
    }
}
