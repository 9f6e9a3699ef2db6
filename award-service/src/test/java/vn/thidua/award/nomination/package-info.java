@NullMarked
package vn.thidua.award.nomination;

import org.jspecify.annotations.NullMarked;
