@NullMarked
package vn.thidua.award.candidate;

import org.jspecify.annotations.NullMarked;
