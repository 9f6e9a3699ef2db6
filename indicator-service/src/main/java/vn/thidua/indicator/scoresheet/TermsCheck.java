package vn.thidua.indicator.scoresheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.Sheet.Group;
import vn.thidua.indicator.scoresheet.Terms.Measured;

/** Looks at knock-outs, classes, prizes and equal totals: each refers to what is there, and each code stands once. */
final class TermsCheck {
    private final Terms terms;
    private final Set<String> criteria;
    private final Set<String> groups;
    private final List<Finding> findings = new ArrayList<>();

    private TermsCheck(Sheet sheet) {
        this.terms = sheet.terms();
        this.criteria = sheet.criteria().stream().map(Criterion::code).collect(Collectors.toSet());
        this.groups = sheet.groups().stream().map(Group::code).collect(Collectors.toSet());
    }

    static List<Finding> of(Sheet sheet) {
        var check = new TermsCheck(sheet);
        check.knockOuts();
        check.grades();
        check.codes(
                "/prizes",
                sheet.terms().prizes().stream().map(Terms.Prize::code).toList());
        check.ties();
        return check.findings;
    }

    private void knockOuts() {
        codes("/knockOuts", terms.knockOuts().stream().map(Terms.KnockOut::code).toList());
        for (int i = 0; i < terms.knockOuts().size(); i++) {
            var knockOut = terms.knockOuts().get(i);
            var at = "/knockOuts/" + i;
            var known = criteria.contains(knockOut.of())
                    || (groups.contains(knockOut.of()) && knockOut.measured() != Measured.VALUE);
            if (!known) {
                findings.add(Finding.of(at + "/of", "not-found"));
            }
            range(at + "/range", knockOut.range());
            for (int z = 0; z < knockOut.zeroes().size(); z++) {
                if (!criteria.contains(knockOut.zeroes().get(z))) {
                    findings.add(Finding.of(at + "/zeroes/" + z, "not-found"));
                }
            }
        }
    }

    private void grades() {
        codes("/grades", terms.grades().stream().map(Terms.Grade::code).toList());
        for (int i = 0; i < terms.grades().size(); i++) {
            range("/grades/" + i + "/total", terms.grades().get(i).total());
        }
    }

    /** A code looked at again could settle nothing. */
    private void ties() {
        var seen = new HashSet<String>();
        for (int i = 0; i < terms.ties().size(); i++) {
            var of = terms.ties().get(i).of();
            if (!criteria.contains(of) && !groups.contains(of)) {
                findings.add(Finding.of("/ties/" + i + "/of", "not-found"));
            } else if (!seen.add(of)) {
                findings.add(Finding.of("/ties/" + i + "/of", "taken"));
            }
        }
    }

    private void range(String at, Range range) {
        if (range.isEmpty()) {
            findings.add(Finding.of(at, "rung-empty"));
        }
    }

    private void codes(String at, List<String> codes) {
        var seen = new HashSet<String>();
        for (int i = 0; i < codes.size(); i++) {
            if (!seen.add(codes.get(i))) {
                findings.add(Finding.of(at + "/" + i + "/code", "taken"));
            }
        }
    }
}
