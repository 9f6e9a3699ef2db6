/** Official papers as Word and PDF files in the layout of Decree 30/2020/NĐ-CP, annex I. */
@NullMarked
package vn.thidua.kit.paper;

import org.jspecify.annotations.NullMarked;
