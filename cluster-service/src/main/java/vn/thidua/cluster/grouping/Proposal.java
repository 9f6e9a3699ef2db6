package vn.thidua.cluster.grouping;

import java.util.List;

/** Groups of like units, and who found no place. Nobody stands in it twice. */
record Proposal(List<List<Candidate>> groups, List<LeftOver> leftOver) {
    /** Each names a text of the console. */
    enum Why {
        /** Fewer are like it than a group has at least. */
        TOO_FEW_ALIKE,
        /** As many as are alike cannot be divided into groups of the wished numbers without a rest. */
        NO_ROOM,
        SIZE_NOT_KNOWN
    }

    record LeftOver(Candidate unit, Why why) {}

    Proposal {
        groups = groups.stream().map(List::copyOf).toList();
        leftOver = List.copyOf(leftOver);
    }
}
