import { defineConfig } from 'vitepress'
export default defineConfig({ title: '물길 노트', lang: 'ko-KR' })
