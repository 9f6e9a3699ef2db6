/** What every vote of a cluster has: its rules, and who may conduct it. */
@NullMarked
package vn.thidua.cluster.vote;

import org.jspecify.annotations.NullMarked;
