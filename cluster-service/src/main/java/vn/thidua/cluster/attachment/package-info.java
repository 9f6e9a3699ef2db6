/** Files of this service: who may bring them in, and who sees them by what they belong to. */
@NullMarked
package vn.thidua.cluster.attachment;

import org.jspecify.annotations.NullMarked;
