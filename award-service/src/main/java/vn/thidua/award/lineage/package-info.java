/** How units came out of others: the copy of cluster-service's lineages, and the ways back through them. */
@NullMarked
package vn.thidua.award.lineage;

import org.jspecify.annotations.NullMarked;
