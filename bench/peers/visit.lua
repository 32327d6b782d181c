-- Records visits through a form, as a person does: the form is asked for, filled in and sent, again
-- and again. One connection to a thread, each with a family of its own, because a form that was
-- overtaken by another is (rightly) not taken.
--   wrk -t32 -c32 -s visit.lua URL -- FILE     FILE: cookie, tab, path on each line
local threads = 0
function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function init(given)
  local at = 0
  for line in io.lines(given[1]) do
    at = at + 1
    if at == number then cookie, path = line:match("^(.-)\t(.-)$") end
  end
  asking = wrk.format("GET", path, { Cookie = cookie })
end

local function encoded(text)
  return (text:gsub("[^%w%-_.]", function(c) return ("%%%02X"):format(c:byte()) end))
end

local function sent(body, kind)
  return wrk.format("POST", path, { Cookie = cookie, ["Content-Type"] = kind,
    Origin = "http://" .. wrk.host .. ":" .. wrk.port }, body)
end

local account = "The house was warm and tidy. " .. ("They talked about school. "):rep(20)

local function filled_form(page)
  local said = { outcome = "made", when = "today", place = "home", announced = "announced",
    account = account, save = "whole" }
  for tag in page:gmatch("<input[^>]*>") do
    local name = tag:match('name="([^"]*)"')
    if name and tag:find('type="hidden"', 1, true) then
      said[name] = tag:match('value="([^"]*)"') or ""
      local child = name:match("^version%-(.*)")
      if child then
        said["seen-" .. child], said["alone-" .. child], said["bedroom-" .. child] = "yes", "yes", "yes"
      end
    end
  end
  local fields = {}
  for name, value in pairs(said) do fields[#fields + 1] = encoded(name) .. "=" .. encoded(value) end
  return sent(table.concat(fields, "&"), "application/x-www-form-urlencoded")
end

local function filled_json(answer)
  local children = {}
  for id, version in answer:gmatch('"id":"([%x-]+)".-"version":(%d+)') do
    children[#children + 1] = ('{"id":"%s","version":%s,"seen":"yes","alone":"yes","bedroom":"yes"}')
      :format(id, version)
  end
  return sent(('{"key":"%s","place":"home","announced":"announced","account":"%s","children":[%s]}')
    :format(answer:match('"key":"([%x-]+)"'), account, table.concat(children, ",")), "application/json")
end

local filled
function request() return filled or asking end

function response(status, _, body)
  local was_form = filled == nil
  filled = nil
  if was_form and status == 200 then
    filled = body:sub(1, 1) == "{" and filled_json(body) or filled_form(body)
  end
end
