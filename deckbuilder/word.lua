-- What pandoc writes as HTML where CommonMark has no form for it, in forms that CommonMark has.

-- So long may a merged cell be that stands in each of its places: a name, not a text.
local NAME = 60

-- Spans say how letters look, or where links lead to within the document.
function Span(span)
  return span.content
end

-- Without its size a picture is no HTML.
function Image(image)
  image.attr = {}
  return image
end

-- The cells of a row, merged ones in each of their places. `hanging` tells for each column what
-- hangs into it from a row above, and for how many more rows.
local function spread(row, columns, hanging)
  local cells, taken = {}, 0
  while #cells < columns do
    local above = hanging[#cells + 1]
    if above and above.rows > 0 then
      above.rows = above.rows - 1
      table.insert(cells, pandoc.Cell(above.contents))
    else
      taken = taken + 1
      local cell = row.cells[taken] or pandoc.Cell({})
      local merged = cell.row_span > 1 or cell.col_span > 1
      local name = utf8.len(pandoc.utils.stringify(cell.contents)) <= NAME
      local again = merged and name and cell.contents or {}
      for place = 1, math.min(cell.col_span, columns - #cells) do
        hanging[#cells + 1] = { contents = again, rows = cell.row_span - 1 }
        table.insert(cells, pandoc.Cell(place == 1 and cell.contents or again))
      end
    end
  end
  row.cells = cells
  return row
end

local function spread_rows(rows, columns)
  local hanging = {}
  return rows:map(function(row) return spread(row, columns, hanging) end)
end

function Table(tbl)
  local columns = #tbl.colspecs
  tbl.colspecs = tbl.colspecs:map(function(spec) return { spec[1] } end) -- widths are HTML
  tbl.head.rows = spread_rows(tbl.head.rows, columns)
  tbl.foot.rows = spread_rows(tbl.foot.rows, columns)
  for _, body in ipairs(tbl.bodies) do
    body.body = spread_rows(body.body, columns)
  end
  return tbl
end
